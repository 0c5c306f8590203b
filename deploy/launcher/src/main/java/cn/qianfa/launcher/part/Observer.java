package cn.qianfa.launcher.part;

import cn.qianfa.launcher.home.Home;
import cn.qianfa.launcher.process.LastError;
import cn.qianfa.launcher.process.LogFile;
import cn.qianfa.launcher.process.ProcessRecord;
import cn.qianfa.launcher.process.ProcessRecords;
import cn.qianfa.launcher.speech.Sentence;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Looks at a part from outside: its process, its answers, its log. */
public final class Observer {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Home home;
    private final ProcessRecords records;
    private final Readiness readiness = new Readiness(PATIENCE);

    public Observer(Home home) {
        this.home = home;
        this.records = new ProcessRecords(home.run());
    }

    public PartState observe(Part part) {
        var record = records.find(part);
        if (record.isEmpty()) {
            return new PartState.Stopped();
        }
        var answer = record.get().life().isAlive() ? answer(part) : Optional.<Sentence>empty();
        if (!record.get().life().isAlive()) { // looked at after it was asked: it may have died of the question
            return new PartState.Gone(record.get(), why(part, record.get()));
        }
        return answer.<PartState>map(why -> new PartState.NotReady(record.get(), why))
                .orElseGet(() -> new PartState.Ready(record.get()));
    }

    /** Empty if it says it is ready. */
    private Optional<Sentence> answer(Part part) {
        var ports = Ports.read(home.run());
        return part.isService() ? readiness.trouble(ports.managementOf(part)) : listening(part, ports.of(part));
    }

    /** Broker and store write their port once they answer, and take it back when they stop. */
    private Optional<Sentence> listening(Part part, int port) {
        if (Files.exists(portFile(home.run(), part)) && connects(port)) {
            return Optional.empty();
        }
        return Optional.of(Sentence.of("state.silent", port));
    }

    /** Where the broker or the store announces that it answers. */
    public static Path portFile(Path run, Part part) {
        return run.resolve(part.label() + ".port");
    }

    private static boolean connects(int port) {
        try (var socket = new Socket()) {
            var address = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
            socket.connect(new InetSocketAddress(address, port), (int) PATIENCE.toMillis());
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** What its log says last of an error in this run. */
    public Sentence why(Part part, ProcessRecord record) {
        var log = log(part);
        return LastError.in(log.tail(record.logFrom()))
                .map(error -> Sentence.of("log.error", error, log.path()))
                .orElseGet(() -> Sentence.of("log.nothing", log.path()));
    }

    public LogFile log(Part part) {
        return new LogFile(home.logs().resolve(part.label() + ".log"));
    }
}
