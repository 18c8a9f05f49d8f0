package fr.jalon.query.audit;

import fr.jalon.log.Hash;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What proves that the log only grew between two sizes. */
@Schema(description = "What proves that the log of one size begins with that of a smaller one (RFC 9162, 2.1.4)")
record ConsistencyProof(
        @Schema(description = "The smaller size", example = "10")
        long from,

        @Schema(description = "The larger size", example = "100")
        long to,

        @Schema(description = "The hashes, in Base64, that lead from one root to the other")
        List<String> path) {
    static ConsistencyProof of(long from, long to, List<Hash> path) {
        return new ConsistencyProof(from, to, path.stream().map(Hash::base64).toList());
    }
}
