package cn.qianfa.faults.clock;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFile.ClassHierarchyResolverOption;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.Arrays;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * Lets a program see the time {@link Shift} tells, wherever its classes ask for the wall clock. Clocks that only count,
 * {@link System#nanoTime()}, are left alone, as they are by whoever sets a machine's clock.
 */
public final class Agent implements ClassFileTransformer {
    private static final ClassDesc SHIFT = ClassDesc.of("cn.qianfa.faults.clock.Shift");
    private static final ClassDesc INSTANT = ClassDesc.of("java.time.Instant");
    private static final MethodTypeDesc NO_LONG = MethodTypeDesc.ofDescriptor("()J");
    private static final String CLOCK = "java/time/Clock";
    private static final String OURS = "cn/qianfa/faults/clock/";
    private static final byte[] ASKS = "currentTimeMillis".getBytes(US_ASCII);

    private Agent() {}

    /** @param options the file that says by how much the clock is off */
    public static void premain(String options, Instrumentation instrumentation)
            throws IOException, UnmodifiableClassException {
        System.setProperty("qianfa.wall-clock", options);
        var jar = Path.of(
                Agent.class.getProtectionDomain().getCodeSource().getLocation().getPath());
        instrumentation.appendToBootstrapClassLoaderSearch(new JarFile(jar.toFile()));
        instrumentation.addTransformer(new Agent(), true);
        var loaded = Arrays.stream(instrumentation.getAllLoadedClasses())
                .filter(instrumentation::isModifiableClass)
                .filter(one -> one.getName().startsWith("java.") && !one.isArray())
                .toArray(Class<?>[]::new);
        instrumentation.retransformClasses(loaded);
    }

    @Override
    public byte @Nullable [] transform(
            @Nullable ClassLoader loader,
            @Nullable String name,
            @Nullable Class<?> redefined,
            @Nullable ProtectionDomain domain,
            byte[] bytes) {
        if (name == null || name.startsWith(OURS) || !asks(bytes)) {
            return null; // as it is
        }
        // Reads what it must know of other classes, and loads none: this one is being loaded itself.
        var resources = loader == null ? ClassLoader.getSystemClassLoader() : loader;
        var file = ClassFile.of(ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(resources)));
        var change = name.equals(CLOCK) ? INSTANTS : MILLIS;
        return file.transformClass(file.parse(bytes), change);
    }

    private static boolean asks(byte[] bytes) {
        for (var at = 0; at <= bytes.length - ASKS.length; at++) {
            if (Arrays.equals(bytes, at, at + ASKS.length, ASKS, 0, ASKS.length)) {
                return true;
            }
        }
        return false;
    }

    private static final ClassTransform MILLIS = ClassTransform.transformingMethodBodies((code, element) -> {
        if (element instanceof InvokeInstruction call && isMillis(call)) {
            code.invokestatic(SHIFT, "currentTimeMillis", NO_LONG);
        } else {
            code.with(element);
        }
    });

    private static boolean isMillis(InvokeInstruction call) {
        return call.opcode() == Opcode.INVOKESTATIC
                && call.owner().asInternalName().equals("java/lang/System")
                && call.name().equalsString("currentTimeMillis");
    }

    /** It puts together an instant out of two readings; only what comes out is shifted. */
    private static final ClassTransform INSTANTS = ClassTransform.transformingMethodBodies(
            method -> method.methodName().equalsString("currentInstant"), shifted());

    private static CodeTransform shifted() {
        return (code, element) -> {
            if (element instanceof ReturnInstruction) {
                code.invokestatic(SHIFT, "shifted", MethodTypeDesc.of(INSTANT, INSTANT));
            }
            code.with(element);
        };
    }
}
