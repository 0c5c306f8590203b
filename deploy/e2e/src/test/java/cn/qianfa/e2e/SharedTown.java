package cn.qianfa.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** One town for all walks, each in units of its own; JUnit closes it after the last test of all. */
public final class SharedTown implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Town.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getRoot().getStore(Namespace.GLOBAL).computeIfAbsent(Town.class, _ -> open(), Town.class);
    }

    private static Town open() {
        try {
            return Town.traced(Files.createTempDirectory("town"), "10m");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
