package cn.qianfa.launcher.backup;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.time.ZoneOffset.UTC;

import cn.qianfa.launcher.home.Home;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * A back-up that takes the place of what an installation holds.
 *
 * <p>It is unpacked beside it into {@code restoring/}; while that is there nothing is started, since part of what lies
 * beside it may be old and part new. Begun again it begins with the unpacking. Nothing is deleted: what was there is put
 * aside.
 */
public final class Replacement {
    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'aside-'yyyyMMdd'T'HHmmssSSS'Z'").withZone(UTC);

    private final Home home;

    public Replacement(Home home) {
        this.home = home;
    }

    /** Whether one was begun and not completed. */
    public boolean isUnderWay() {
        return home.isHalf();
    }

    /** Whether there is anything whose place it takes. */
    public boolean replaces() throws IOException {
        for (var part : Manifest.PARTS) {
            if (!Disk.isEmpty(home.root().resolve(part))) {
                return true;
            }
        }
        return false;
    }

    /** Unpacks; nothing that is there is touched. */
    public void begin(Archive archive, Progress progress) throws IOException {
        Disk.remove(home.restoring());
        Files.createDirectory(home.restoring());
        archive.unpack(home.restoring(), progress);
        Disk.sync(home.root());
    }

    /** @return where what was there lies now; empty if there was nothing */
    public Optional<Path> complete(Instant now) throws IOException {
        var aside = home.root().resolve(NAME.format(now));
        var old = replaces();
        for (var part : Manifest.PARTS) {
            var place = home.root().resolve(part);
            if (old) {
                Files.createDirectories(aside);
                Files.move(place, aside.resolve(part), ATOMIC_MOVE);
            } else {
                Disk.remove(place);
            }
            Files.move(home.restoring().resolve(part), place, ATOMIC_MOVE);
        }
        Disk.sync(home.root());
        Disk.remove(home.restoring());
        Disk.sync(home.root());
        return old ? Optional.of(aside) : Optional.empty();
    }
}
