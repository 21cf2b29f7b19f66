// The same for an edge runtime: POST answers of the type form, get where the case stands.
import { classify, messageOf, parseAnswers } from "stalker-typology";

export default {
  async fetch(request) {
    if (request.method !== "POST") return new Response(null, { status: 405, headers: { Allow: "POST" } });
    const body = await request.json().catch(() => undefined);
    const read = parseAnswers(body);
    if (!read.ok) return Response.json({ issues: read.issues.map((issue) => messageOf(issue)) }, { status: 422 });
    return Response.json(classify(read.value), { headers: { "Cache-Control": "no-store" } });
  },
};
