// POST /score with {"answers": {...}, "asOf": "2026-03-01"}: a score, or every fault with its place.
import fastify from "fastify";
import { messageOf, parseAnswers, score } from "stalker-typology";
import { imminentConcern } from "stalker-typology/content/instruments/imminent-concern";

export const server = fastify({ bodyLimit: 100_000 }); // no logger: answers stay out of logs

server.post("/score", async (request, reply) => {
  const { answers, asOf } = request.body ?? {};
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf ?? ""))
    return reply.code(400).send({ issues: [{ code: "malformed", path: ["asOf"] }] });
  const read = parseAnswers(answers, imminentConcern);
  if (!read.ok) {
    return reply.code(422).send({ issues: read.issues.map((issue) => ({ ...issue, says: messageOf(issue) })) });
  }
  return score(imminentConcern, read.value, { asOf, window: { from: null, to: asOf } });
});

if (process.argv[1] === import.meta.filename) {
  console.log(await server.listen({ host: "127.0.0.1", port: Number(process.env.PORT ?? 3000) }));
}
