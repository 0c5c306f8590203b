package cn.qianfa.bench;

import java.io.IOException;
import java.util.UUID;

/** The public, the officer on duty and the receiver of the demonstration's health bureau. */
final class AlertTown implements AutoCloseable {
    private final Receiver receiver;
    private final Colleague officer;
    private final Citizen citizen;
    private final Told streamed = new Told();

    /** When each way told of one comment, in milliseconds after it was sent. */
    record Ways(double webhook, double stream) {}

    private AlertTown(Receiver receiver, Colleague officer, Citizen citizen) {
        this.receiver = receiver;
        this.officer = officer;
        this.citizen = citizen;
    }

    static AlertTown open(Installation at) throws IOException, InterruptedException {
        var town = new AlertTown(Receiver.open(), Colleague.signIn(at, "duty.health"), Citizen.at(at, "site.health"));
        town.officer.follow("/alerts/stream", town.streamed::note);
        return town;
    }

    /** Fetches the page of the post. @return milliseconds */
    double fetch() throws IOException, InterruptedException {
        var begun = System.nanoTime();
        citizen.read();
        return (System.nanoTime() - begun) / 1e6;
    }

    /** Sends a hostile comment and waits until it was told of both ways. */
    Ways comment() throws InterruptedException {
        var begun = System.nanoTime();
        var status = citizen.comment(Citizen.HOSTILE, UUID.randomUUID()).join();
        if (status != Citizen.TAKEN) {
            throw new IllegalStateException("status: %d (expected: %d)".formatted(status, Citizen.TAKEN));
        }
        return new Ways(receiver.told().nextAfter(begun), streamed.nextAfter(begun));
    }

    @Override
    public void close() {
        citizen.close();
        officer.close();
        receiver.close();
    }
}
