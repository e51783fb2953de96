/** Nothing was done, and what says so is not the interface: not authenticated, no such address, nobody listens. */
class NoAnswer extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoAnswer(String message, Throwable cause) {
        super(message, cause);
    }
}
