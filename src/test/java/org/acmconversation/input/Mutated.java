package org.acmconversation.input;

import static org.acmconversation.input.Stock.ENGAGEMENTS;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Valid requests with some bytes removed, flipped, moved or added. */
class Mutated {

    private static final String HEADER = "externalId,customerName,tenantId,segment,licenses,services,initiatives,"
            + "kickoffHeld,benefitUnderstood,resourcesClear,inEnterpriseAdoptionProgram\n";

    private final Stock stock;

    Mutated(Stock stock) {
        this.stock = stock;
    }

    Request next(SeededRandom chance) {
        // Each login hashes a password, which is slow on purpose.
        return chance.oneIn(25)
                ? withOtherLogin(chance)
                : chance.oneIn(5) ? withOtherHead(chance) : withOtherContent(chance);
    }

    private Request withOtherContent(SeededRandom chance) {
        String user = chance.oneIn(20) ? "analyst" : "manager";
        return switch (chance.below(8)) {
            case 0, 1 ->
                Request.of(user, "POST", ENGAGEMENTS + "/import")
                        .withBody("text/csv", mutated(csv(chance).getBytes(StandardCharsets.UTF_8), chance));
            case 2 ->
                Request.of(user, "PATCH", ENGAGEMENTS + "/" + stock.engagement(chance))
                        .withBody("application/merge-patch+json", mutated(bytes("""
                                {"licenses": 20000, "segment": "SMB", "entryCriteria": {"kickoffHeld": false}}"""), chance));
            case 3 ->
                Request.of(user, "POST", ENGAGEMENTS + "/" + stock.live(chance) + "/withdrawal")
                        .withBody("application/json", mutated(bytes("{\"reason\":null,\"Reason\":\"\"}"), chance));
            case 4 ->
                Request.of(user, "POST", ENGAGEMENTS, "Idempotency-Key", Stock.USED_KEY)
                        .withBody("application/json", mutated(engagement("KEYED"), chance));
            default ->
                Request.of(user, "POST", ENGAGEMENTS)
                        .withBody(
                                "application/json",
                                chance.oneIn(3)
                                        ? bytes(InvalidJson.like(
                                                Stock.engagement(
                                                        chance.oneIn(8) ? "NEW-" + chance.below(1_000) : "LIVE-0"),
                                                chance))
                                        : mutated(engagement("LIVE-0"), chance));
        };
    }

    private Request withOtherLogin(SeededRandom chance) {
        // A separate account, because too many failed logins lock it for a while.
        byte[] login = mutated(Request.login("operator").getBytes(StandardCharsets.US_ASCII), chance);
        byte[] head = Request.joined(
                Request.of(
                                null,
                                "GET",
                                chance.of(ENGAGEMENTS, "/api/ftop-catalog", "/engine-rest/task", "/v3/api-docs"))
                        .head(),
                bytes("Authorization: "),
                login,
                bytes("\r\n"));
        return Request.of(null, "GET", "/").withHead(head);
    }

    private Request withOtherHead(SeededRandom chance) {
        String target = chance.of(
                ENGAGEMENTS + "/" + stock.engagement(chance),
                ENGAGEMENTS + "/" + stock.engagement(chance) + "/ftop-tasks",
                ENGAGEMENTS + "/" + stock.engagement(chance) + "/timeline",
                ENGAGEMENTS + "?status=RUNNING&segment=SMB&service=EDGE&initiative=RFA&q=a&page=0&size=20&sort=status",
                "/api/ftop-catalog");
        if (chance.oneIn(5)) {
            // This account may be locked, too.
            Request whole = Request.of("engineer", "GET", target);
            return whole.withHead(mutated(whole.head(), chance));
        }
        byte[] head = Request.joined(
                bytes("GET /api/"),
                mutated(bytes(target.substring("/api/".length())), chance),
                bytes(" HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + Request.login("engineer") + "\r\n"));
        return Request.of(null, "GET", "/").withHead(head);
    }

    private static String csv(SeededRandom chance) {
        var file = new StringBuilder(HEADER);
        for (int row = 0; row < 1 + chance.below(4); row++) {
            file.append("LIVE-%d,Contoso,3f2c,SMB,%d,EXCHANGE|EDGE,RFA|TARGETING,false,true,true,false\n"
                    .formatted(row, chance.of(25000, 0)));
        }
        return file.toString();
    }

    /** Flips, removes, adds, doubles or moves bytes, one to three times. */
    static byte[] mutated(byte[] valid, SeededRandom chance) {
        byte[] bytes = valid;
        for (int times = 1 + chance.below(3); times > 0 && bytes.length > 1; times--) {
            int from = chance.below(bytes.length);
            int to = Math.min(bytes.length, from + 1 + chance.below(8));
            byte[] before = Arrays.copyOf(bytes, from);
            byte[] part = Arrays.copyOfRange(bytes, from, to);
            byte[] after = Arrays.copyOfRange(bytes, to, bytes.length);
            bytes = switch (chance.below(7)) {
                case 0 -> before;
                case 1 -> Request.joined(before, after);
                case 2 -> Request.joined(before, part, part, after);
                case 3 -> Request.joined(part, before, after);
                case 4 -> Request.joined(before, bytes(InvalidValues.text(chance)), part, after);
                case 5 -> Request.joined(before, new byte[] {(byte) chance.below(256)}, part, after);
                default -> {
                    part[0] ^= (byte) (1 << chance.below(8));
                    yield Request.joined(before, part, after);
                }
            };
        }
        return bytes;
    }

    private static byte[] engagement(String externalId) {
        return Stock.bytes(Stock.engagement(externalId));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
