package cn.qianfa.gateway.secret;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** A secret in a file (0600) of a directory (0700). */
public record SecretFile(Path path) {
    /** @param made what it will hold if it is not there; of two instances that start at once, one makes it */
    public byte[] readOrMake(Supplier<byte[]> made) throws IOException {
        if (Files.notExists(path)) {
            make(made.get());
        }
        return Files.readAllBytes(path);
    }

    private void make(byte[] secret) throws IOException {
        var directory = path.toAbsolutePath().getParent();
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        var whole = Files.createTempFile(directory, "secret", ".new"); // 0600
        try {
            Files.write(whole, secret);
            Files.createLink(path, whole); // whole or not at all
        } catch (FileAlreadyExistsException e) {
            return; // another instance was first: its secret is read
        } finally {
            Files.delete(whole);
        }
    }
}
