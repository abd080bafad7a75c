package org.acmconversation.security.roles;

/** An endpoint with a value for each path parameter. */
record Endpoint(String method, String path) implements Comparable<Endpoint> {

    private static final String ANY_VALUE = "unknown";

    /** Replaces each parameter of a path, such as {@code {id}} or {@code {key: .+}}, with a value. */
    static Endpoint of(String method, String template) {
        var path = new StringBuilder();
        int depth = 0;
        for (char c : template.toCharArray()) {
            if (c == '{' && depth++ == 0) {
                path.append(ANY_VALUE);
            } else if (c == '}') {
                depth--;
            } else if (depth == 0) {
                path.append(c);
            }
        }
        String single = path.toString().replaceAll("/+", "/");
        boolean endsInSlash = single.length() > 1 && single.endsWith("/");
        return new Endpoint(method, endsInSlash ? single.substring(0, single.length() - 1) : single);
    }

    @Override
    public int compareTo(Endpoint other) {
        return (path + " " + method).compareTo(other.path + " " + other.method);
    }

    @Override
    public String toString() {
        return method + " " + path;
    }
}
