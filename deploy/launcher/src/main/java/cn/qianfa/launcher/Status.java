package cn.qianfa.launcher;

import cn.qianfa.launcher.home.Home;
import cn.qianfa.launcher.part.Observer;
import cn.qianfa.launcher.part.Part;
import cn.qianfa.launcher.part.PartState;
import cn.qianfa.launcher.part.PartState.Gone;
import cn.qianfa.launcher.part.PartState.NotReady;
import cn.qianfa.launcher.part.PartState.Ready;
import cn.qianfa.launcher.part.PartState.Stopped;
import cn.qianfa.launcher.part.Ports;
import cn.qianfa.launcher.speech.Refused;
import cn.qianfa.launcher.speech.Sentence;
import cn.qianfa.launcher.speech.Voice;
import java.nio.file.Files;

/** Tells of each part whether it is up, and if not, why. Changes nothing. */
final class Status {
    private final Settings settings;
    private final Voice voice;

    Status(Settings settings, Voice voice) {
        this.settings = settings;
        this.voice = voice;
    }

    /** @return 0 if everything is up, else 1 */
    int run() {
        if (!Files.isDirectory(settings.home().resolve("run"))) {
            voice.say("status.never", settings.home());
            return 1;
        }
        var home = new Home(settings.home());
        var observer = new Observer(home);
        var ports = Ports.read(home.run());
        var allUp = true;
        for (var part : settings.parts()) {
            var state = observer.observe(part);
            voice.say(line(part, state, ports));
            allUp &= state instanceof Ready;
        }
        voice.say(allUp ? "status.up" : "status.not", home.logs());
        return allUp ? 0 : 1;
    }

    /** Says nothing but where the gateway is, for scripts. */
    int address() {
        var ports = Ports.read(new Home(settings.home()).run());
        if (ports.byDoor().isEmpty()) {
            throw new Refused("status.no-address");
        }
        voice.print(ports.url(Part.GATEWAY));
        return 0;
    }

    private static Sentence line(Part part, PartState state, Ports ports) {
        var name = String.format("%-10s", part.label());
        return switch (state) {
            case Stopped() -> Sentence.of("status.stopped", name);
            case Gone(var record, var why) ->
                Sentence.of("status.gone", name, record.life().pid(), why);
            case NotReady(var record, var why) ->
                Sentence.of("status.unready", name, record.life().pid(), why);
            case Ready(var record) ->
                Sentence.of("status.ready", name, record.life().pid(), ports.of(part));
        };
    }
}
