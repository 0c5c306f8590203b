package cn.qianfa.monitoring.roster.http;

import cn.qianfa.contracts.identity.Actor;
import cn.qianfa.monitoring.http.Answers;
import cn.qianfa.monitoring.http.Breach;
import cn.qianfa.monitoring.http.Incoming;
import cn.qianfa.monitoring.http.JsonForm;
import cn.qianfa.monitoring.http.Problem;
import cn.qianfa.monitoring.http.Problems;
import cn.qianfa.monitoring.roster.Roster;
import cn.qianfa.monitoring.roster.WriteRoster;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is on call for a unit, in order. */
@RestController
@RequestMapping("/api/v1/units/{unit}/roster")
class RosterController {
    private final WriteRoster writeRoster;
    private final Answers answers;
    private final Problems problems;

    RosterController(WriteRoster writeRoster, Answers answers, Problems problems) {
        this.writeRoster = writeRoster;
        this.answers = answers;
        this.problems = problems;
    }

    @GetMapping
    ResponseEntity<Object> read(@PathVariable String unit, Actor actor, HttpServletRequest request) {
        return answer(writeRoster.read(unit, actor), request);
    }

    /** The version is the one of the roster that was read; 0 where the unit had written none. */
    @PutMapping
    ResponseEntity<Object> write(@PathVariable String unit, Incoming command, Actor actor, HttpServletRequest request) {
        var asked = command.content(RosterController::staff);
        return answer(writeRoster.write(unit, asked, command.version(), actor), request);
    }

    private static List<String> staff(JsonForm form) {
        var staff = form.texts("staff", Roster.LONGEST);
        form.end();
        return staff;
    }

    private ResponseEntity<Object> answer(WriteRoster.Outcome outcome, HttpServletRequest request) {
        return switch (outcome) {
            case WriteRoster.Found(var roster) -> answers.one(roster.version(), RosterView.of(roster));
            case WriteRoster.Unknown unknown -> answers.notFound(request);
            case WriteRoster.NotPermitted refused -> answers.notPermitted(request);
            case WriteRoster.WrongLength(var named) ->
                problems.of(
                        request,
                        Problem.INVALID,
                        List.of(Breach.of("staff", Integer.toString(named), "expected.roster", Roster.LONGEST)));
            case WriteRoster.NotOnDuty(var staff) ->
                problems.of(
                        request,
                        Problem.INVALID,
                        staff.stream()
                                .map(one -> Breach.of("staff", one, "expected.duty-officers"))
                                .toList());
            case WriteRoster.VersionRequired missing -> answers.refused(request, Problem.VERSION_REQUIRED);
            case WriteRoster.Stale stale -> answers.refused(request, Problem.STALE_VERSION);
        };
    }

    /** @param written whether the unit wrote it itself; else the registry's duty officers, by id */
    private record RosterView(String unit, List<String> staff, boolean written, long version) {
        static RosterView of(Roster roster) {
            return new RosterView(roster.unit(), roster.staff(), roster.version() > 0, roster.version());
        }
    }
}
