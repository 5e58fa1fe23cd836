/** What each benchmark says about itself in the results. */
import { machine } from './machine.mjs';
import { grouped, table, yesOrNo } from './table.mjs';

const measuredOn = (version, now) => [
  `Measured on ${now.toISOString().slice(0, 10)}: ${machine()}, ${version}.`,
  '',
];
const megabytes = (bytes) => (bytes === null ? 'not reached' : `${grouped(bytes / 1e6)} MB`);

const floorName = (kind) =>
  kind === 'sqlite'
    ? 'the floor: prepared better-sqlite3 inserts of the same rows'
    : 'the floor: COPY of the same rows';

function wayName(way, kind) {
  const names = {
    engine: 'this engine, from JSON Lines to rows',
    enginePages: 'this engine, from page files to rows',
    documentService: "Strapi's Document Service in a loop",
    strapiImport: '`strapi import` of the same content',
    floor: floorName(kind),
  };
  return names[way];
}

export function compareSection(kind, { version, ways, articles, rows, ratios }, now) {
  const [engine] = ways;
  const written = rows.reduce((sum, { rows: count }) => sum + count, 0);
  const withLinks = `${articles.meanEntities.toFixed(1)} entity links and ${articles.meanMedia.toFixed(1)} media items`;
  return [
    ...measuredOn(version, now),
    `Invented articles, published, with source, era, ${withLinks} each; bodies of ${grouped(articles.meanBody)} bytes on`,
    `average. The engine wrote ${grouped(written)} rows into ${rows.length} tables; with the start of its process it took`,
    `${engine.wallSeconds.toFixed(1)} s.`,
    '',
    ...table(
      ['way', 'articles', 'seconds', 'articles/s'],
      ways.map(({ way, records, seconds, rate }) => [
        wayName(way, kind),
        grouped(records),
        seconds.toFixed(1),
        rate < 100 ? rate.toFixed(1) : grouped(rate),
      ]),
      { right: [1, 2, 3] },
    ),
    '',
    ...table(
      ['this engine against', 'from JSON Lines', 'from page files', 'target', 'met'],
      ratios.map(({ to, ratio, ofPages, target, met }) => [
        wayName(to, kind),
        ratio.toFixed(2),
        ofPages.toFixed(2),
        `at least ${target}`,
        yesOrNo(met),
      ]),
      { right: [1, 2] },
    ),
  ];
}

export function growthSection(result, now) {
  const { version, records, seconds, rate, databaseBytes } = result;
  return [
    ...measuredOn(version, now),
    `${grouped(records)} articles from JSON Lines imported by one job in ${grouped(seconds)} s: ${grouped(rate)} records/s. The database grew by`,
    `${megabytes(databaseBytes)}.`,
    '',
    ...table(
      ['', 'first', 'last', 'compared', 'target', 'met'],
      [
        [
          'records/s in the first and last tenth',
          grouped(result.firstTenthRate),
          grouped(result.lastTenthRate),
          result.ratio.toFixed(2),
          `at least ${result.target}`,
          yesOrNo(result.met),
        ],
        [
          'peak memory at 10,000 records and at the end',
          megabytes(result.peakAtFirst),
          megabytes(result.peakAtEnd),
          megabytes(result.memoryGrowth),
          `under ${megabytes(result.memoryTarget)}`,
          yesOrNo(result.memoryMet),
        ],
      ],
      { right: [1, 2, 3] },
    ),
  ];
}

export function editorsSection({ version, idle, alone, importing, beside, imported, checks }, now) {
  const times = (what, { count, median, p95, greatest }) => [what, grouped(count), median, p95, greatest];
  const rate = imported.seconds > 0 ? imported.records / imported.seconds : 0;
  return [
    ...measuredOn(version, now),
    'One editor saves through the content manager, one save after another; one visitor reads lists,',
    '`GET /api/articles?pagination[pageSize]=10`, without a pause. Both talk to one running site; the import is a process',
    `beside it and wrote ${grouped(rate)} records/s meanwhile.`,
    '',
    ...table(
      ['milliseconds', 'requests', 'median', '95th percentile', 'greatest'],
      [
        times('lists, idle', idle),
        times('lists, beside saves', alone.lists),
        times('lists, beside the import', importing),
        times('lists, beside saves and the import', beside.lists),
        times('saves, without an import', alone.saves),
        times('saves, beside the import', beside.saves),
      ],
      { right: [1, 2, 3, 4] },
    ),
    '',
    ...table(
      ['what is asked', 'measured', 'target', 'met'],
      checks.map(({ what, value, target, met }) => [what, value, target, yesOrNo(met)]),
      { right: [1] },
    ),
  ];
}
