package dev.touchstone.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks into the PostgreSQL of a data folder on which a server runs, past everything that the server says of it. */
final class Projections {
    private static final List<String> TABLES = List.of("item", "containment", "genealogy", "location", "product");

    private Projections() {}

    /** For each projection the number of its rows and a digest of all of them, whatever their order. */
    static Map<String, String> digests(Path data) {
        Map<String, String> digests = new TreeMap<>();
        for (String table : TABLES) {
            digests.put(table, one(data, """
                    SELECT count(*) || ' ' || coalesce(md5(string_agg(row, E'\\n' ORDER BY row COLLATE "C")), '')
                    FROM (SELECT t::text AS row FROM %s t) rows""".formatted(table)));
        }
        return digests;
    }

    static long countEvents(Path data) {
        return Long.parseLong(one(data, "SELECT count(*) FROM event"));
    }

    private static String one(Path data, String sql) {
        try (Connection connection = connect(data);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection connect(Path data) throws SQLException {
        try {
            List<String> running = Files.readAllLines(data.resolve("postgresql/postmaster.pid"));
            String port = running.get(3).strip();
            String password =
                    Files.readString(data.resolve("database.password")).strip();
            return DriverManager.getConnection(
                    "jdbc:postgresql://127.0.0.1:%s/touchstone".formatted(port), "touchstone", password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
