import java.util.Objects;

/** What tests assert. */
final class Check {
    /** Something that is expected to fail. */
    interface Doing {
        void run();
    }

    static void equal(Object actual, Object expected) {
        equal(actual, expected, "");
    }

    static void equal(Object actual, Object expected, String why) {
        if (!Objects.equals(actual, expected)) {
            throw new AssertionError(actual + " instead of " + expected + (why.isEmpty() ? "" : ": " + why));
        }
    }

    static void that(boolean isSo, String what) {
        if (!isSo) {
            throw new AssertionError("not so: " + what);
        }
    }

    /** The exception of this kind that something ends with. */
    static <E extends RuntimeException> E raises(Class<E> kind, Doing doing) {
        try {
            doing.run();
        } catch (RuntimeException error) {
            if (kind.isInstance(error)) {
                return kind.cast(error);
            }
            throw error;
        }
        throw new AssertionError("no " + kind.getSimpleName());
    }

    private Check() {}
}
