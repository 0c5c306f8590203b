package cn.qianfa.approval.draft;

import cn.qianfa.contracts.identity.Actor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a draft is in every state.
 *
 * @param unit answers for it (article 4)
 * @param author the member of staff who began it, submits and recalls it
 * @param writers everybody who ever contributed to it: none of them may sign it
 * @param signers everybody who ever signed it: none of them may publish it
 * @param submissions how often it was submitted; the number of the current submission
 */
public record Manuscript(
        DraftId id,
        String unit,
        String author,
        Set<String> writers,
        Set<String> signers,
        Content content,
        int submissions,
        List<Entry> history) {
    public Manuscript {
        writers = Set.copyOf(writers);
        signers = Set.copyOf(signers);
        history = List.copyOf(history);
    }

    static Manuscript begun(DraftId id, Content content, Actor by, Instant at) {
        var author = Set.of(by.id());
        return new Manuscript(id, by.unit(), by.id(), author, Set.of(), content, 0, List.of())
                .noting(Entry.Act.WRITTEN, by, "", at);
    }

    Manuscript edited(Content changed, Actor by, Instant at) {
        return new Manuscript(id, unit, author, with(writers, by), signers, changed, submissions, history)
                .notingEdit(by, at);
    }

    Manuscript submitted(Actor by, Instant at) {
        return new Manuscript(id, unit, author, writers, signers, content, submissions + 1, history)
                .noting(Entry.Act.SUBMITTED, by, "", at);
    }

    Manuscript signed(Actor by, Instant at) {
        return new Manuscript(id, unit, author, writers, with(signers, by), content, submissions, history)
                .noting(Entry.Act.SIGNED, by, "", at);
    }

    Manuscript noting(Entry.Act act, Actor by, String reason, Instant at) {
        return noting(history, new Entry(act, by.by(), submissions, content.hash(), reason, at));
    }

    /** A person who edits and edits again leaves one entry, the last: an editor that saves by itself fills no history. */
    private Manuscript notingEdit(Actor by, Instant at) {
        var edited = new Entry(Entry.Act.EDITED, by.by(), submissions, content.hash(), "", at);
        var last = history.getLast();
        var goesOn = last.act() == Entry.Act.EDITED && last.by().equals(edited.by());
        return noting(goesOn ? history.subList(0, history.size() - 1) : history, edited);
    }

    private Manuscript noting(List<Entry> before, Entry next) {
        var longer = new ArrayList<>(before);
        longer.add(next);
        return new Manuscript(id, unit, author, writers, signers, content, submissions, longer);
    }

    private static Set<String> with(Set<String> staff, Actor by) {
        var more = new HashSet<>(staff);
        more.add(by.id());
        return more;
    }
}
