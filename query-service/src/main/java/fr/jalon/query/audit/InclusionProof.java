package fr.jalon.query.audit;

import fr.jalon.log.Hash;
import fr.jalon.seal.log.Proofs.Inclusion;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** What proves that an entry is in the log that was signed. */
@Schema(description = "What proves that an entry is in the log (RFC 9162, 2.1.3)")
record InclusionProof(
        @Schema(description = "The entry's place in the log, from 0", example = "41")
        long index,

        @Schema(description = "The size of the log that the checkpoint signs", example = "100")
        long size,

        @Schema(description = "The leaf: what is hashed of the entry, in Base64", format = "byte")
        String leaf,

        @Schema(description = "The leaf's hash, in Base64", format = "byte")
        String leafHash,

        @Schema(description = "The hashes, in Base64, that lead from the leaf's to the root")
        List<String> path,

        @Schema(description = "The signed note (C2SP): origin, size, root, signatures")
        String checkpoint,

        @Schema(
                description = "What opens those texts of the leaf that are sealed and can still be read, each base64url"
                        + " of a JSON array of a salt and the text; its SHA-256, base64url, stands in the leaf")
        List<String> disclosures) {
    static InclusionProof of(Inclusion inclusion, List<String> disclosures) {
        return new InclusionProof(
                inclusion.index(),
                inclusion.checkpoint().checkpoint().size(),
                Base64.getEncoder().encodeToString(inclusion.leaf().getBytes(StandardCharsets.UTF_8)),
                inclusion.leafHash().base64(),
                inclusion.path().stream().map(Hash::base64).toList(),
                inclusion.checkpoint().note(),
                disclosures);
    }
}
