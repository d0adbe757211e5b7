import type { FastifyInstance } from 'fastify';
import { fixings, newestFixing, type Fixing } from './rates.ts';

/** The two files that the European Central Bank puts out under these names, in its own format. */
export function ecbDoors(app: FastifyInstance, now: () => Date): void {
  const xml = 'text/xml; charset=utf-8';
  app.get('/ecb/eurofxref-daily.xml', (_, reply) => reply.type(xml).send(envelope([newestFixing(now())])));
  app.get('/ecb/eurofxref-hist-90d.xml', (_, reply) => reply.type(xml).send(envelope(fixings(now(), 90))));
}

function envelope(days: Fixing[]): string {
  const cubes = days.map(
    ({ day, rates }) =>
      `\t\t<Cube time='${day}'>\n${rates.map(({ currency, rate }) => `\t\t\t<Cube currency='${currency}' rate='${rate}'/>\n`).join('')}\t\t</Cube>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
\t<gesmes:subject>Reference rates</gesmes:subject>
\t<gesmes:Sender>
\t\t<gesmes:name>European Central Bank</gesmes:name>
\t</gesmes:Sender>
\t<Cube>
${cubes.join('')}\t</Cube>
</gesmes:Envelope>
`;
}
