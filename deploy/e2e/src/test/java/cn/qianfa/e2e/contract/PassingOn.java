package cn.qianfa.e2e.contract;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The gateway's table of which service answers a path; the first that matches is taken. */
record PassingOn(List<Row> rows) {
    /**
     * One row of it.
     *
     * @param method one method, or {@code *}
     * @param path whose last segment may be {@code **}
     * @param open whether anyone may take it without signing in
     */
    record Row(String method, String path, String service, boolean open) {
        boolean takes(String asked, String wanted) {
            return (method.equals("*") || method.equals(asked)) && takes(wanted);
        }

        private boolean takes(String wanted) {
            var ours = path.split("/", -1);
            var theirs = wanted.split("/", -1);
            for (var at = 0; at < ours.length; at++) {
                if (ours[at].equals("**")) {
                    return true;
                }
                if (at >= theirs.length || !ours[at].startsWith("{") && !ours[at].equals(theirs[at])) {
                    return false;
                }
            }
            return ours.length == theirs.length;
        }
    }

    Optional<Row> row(String method, String path) {
        return rows.stream().filter(row -> row.takes(method, path)).findFirst();
    }

    /** As it is compiled; its classes need nothing but themselves. */
    static PassingOn built() {
        var classes = Built.classes("gateway");
        try (var gateway = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            var all = gateway.loadClass("cn.qianfa.gateway.route.Route").getField("ALL");
            return new PassingOn(Stream.of(((List<?>) all.get(null)).toArray())
                    .map(PassingOn::row)
                    .toList());
        } catch (IOException | ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Row row(Object route) {
        try {
            var service = part(route, "service");
            var audience =
                    service.getClass().getMethod("audience").invoke(service).toString();
            var open = (boolean) route.getClass().getMethod("isPublic").invoke(route);
            return new Row(part(route, "method").toString(), part(route, "path").toString(), audience, open);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object part(Object route, String name) throws ReflectiveOperationException {
        return Stream.of(route.getClass().getRecordComponents())
                .filter(component -> component.getName().equals(name))
                .map(RecordComponent::getAccessor)
                .findFirst()
                .orElseThrow()
                .invoke(route);
    }
}
