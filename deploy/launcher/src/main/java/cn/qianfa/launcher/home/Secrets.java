package cn.qianfa.launcher.home;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.util.stream.Collectors.joining;

import cn.qianfa.launcher.speech.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The secrets of one installation, made once, readable by its user alone. The gateway keeps its signing key there too. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int KEY_BYTES = 32;
    private static final String LETTERS =
            "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789"; // none that look alike
    private static final Pattern MIXED = Pattern.compile("(?=.*[a-z])(?=.*[A-Z])(?=.*[2-9]).*");

    private final Path directory;

    public Secrets(Home home) {
        this.directory = home.secrets();
    }

    /** Signs what the site's comment form says about the post it stands under: 32 bytes, base64url. */
    public String ticketKey() {
        return once("ticket.key", () -> Base64.getUrlEncoder().withoutPadding().encodeToString(random()));
    }

    /** Signs alerts sent to a receiver, as the Standard Webhooks convention writes it: {@code whsec_} and base64. */
    public String webhookKey() {
        return once("webhook.key", () -> "whsec_" + Base64.getEncoder().encodeToString(random()));
    }

    /** The first sign-in of {@code admin}: five groups of four letters and digits. */
    public String adminPassword() {
        return once("admin.password", Secrets::password);
    }

    public Path adminPasswordFile() {
        return directory.resolve("admin.password");
    }

    /** True once in the life of an installation: the first time somebody can be told the password. */
    public boolean tellAdminPassword() {
        try {
            Files.createFile(directory.resolve("admin.password.told"));
            return true;
        } catch (FileAlreadyExistsException _) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the sign-ins of a demonstration are kept, one file each. */
    public Path demo() {
        return directory.resolve("demo");
    }

    /** The password of one of its people. */
    public String demoPassword(String staff) {
        return once("demo/" + staff, Secrets::password);
    }

    /** @return whether this installation was none for demonstration until now */
    public boolean beginDemo() {
        try {
            var first = !isDemo();
            Files.createDirectories(demo());
            return first;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether this installation is for demonstration. */
    public boolean isDemo() {
        return Files.isDirectory(demo());
    }

    /** Everything is registered and everybody can sign in. */
    public void completeDemo() {
        once("demo/.complete", () -> "complete");
    }

    public boolean isDemoComplete() {
        return Files.exists(demo().resolve(".complete"));
    }

    private String once(String name, Supplier<String> made) {
        var file = directory.resolve(name);
        try {
            if (!Files.exists(file)) {
                write(file, made.get());
            }
            var secret = Files.readString(file).strip();
            if (secret.isEmpty()) {
                throw new Refused("secret.empty", file);
            }
            return secret;
        } catch (IOException e) {
            throw new Refused("secret.unreadable", file, e);
        }
    }

    private static void write(Path file, String secret) throws IOException {
        var half = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(half);
        Files.createFile(half, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(half, secret + "\n");
        Files.move(half, file, ATOMIC_MOVE);
    }

    private static byte[] random() {
        var bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    private static String password() {
        while (true) {
            var password = IntStream.range(0, 5).mapToObj(_ -> group()).collect(joining("-"));
            if (MIXED.matcher(password).matches()) {
                return password;
            }
        }
    }

    private static String group() {
        return RANDOM.ints(4, 0, LETTERS.length())
                .mapToObj(index -> LETTERS.substring(index, index + 1))
                .collect(joining());
    }
}
