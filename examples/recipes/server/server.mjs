// POST /score with {"answers": {...}, "asOf": "2026-03-01"}: a score, or every fault with its place.
import fastify from "fastify";
import { AssessmentError, messageOf, parseAnswers, score } from "stalker-typology";
import { imminentConcern } from "stalker-typology/content/instruments/imminent-concern";

export const server = fastify({ bodyLimit: 100_000 }); // no logger: answers stay out of logs

server.post("/score", async (request, reply) => {
  const { answers, asOf } = request.body ?? {};
  const read = parseAnswers(answers, imminentConcern);
  if (!read.ok) return reply.code(422).send(faults(read.issues));
  try {
    return score(imminentConcern, read.value, { asOf, window: { from: null, to: asOf } });
  } catch (error) {
    if (!(error instanceof AssessmentError)) throw error;
    return reply.code(400).send(faults(error.issues)); // a day that is none, or that an answered date lies after
  }
});

const faults = (issues) => ({ issues: issues.map((issue) => ({ ...issue, says: messageOf(issue) })) });

if (process.argv[1] === import.meta.filename) {
  console.log(await server.listen({ host: "127.0.0.1", port: Number(process.env.PORT ?? 3000) }));
}
