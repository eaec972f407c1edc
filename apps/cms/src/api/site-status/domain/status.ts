import type { ReleaseReport } from '@passerelle/contracts';
import type { BuildSummary, SiteStatus } from './answers.ts';

/** What the publisher last said of a build, and when the CMS heard it. */
export interface Build {
  report: ReleaseReport;
  reportedAt: string;
}

/** What is known of one thing that the site shows or has shown. */
export interface Situation {
  /** Its last change: the content revision that change led to, and when, if known. Null: it never was public. */
  changed: { revision: number; at: string | null } | null;
  /** Whether it is published in the CMS now. */
  published: boolean;
  /** What was built, and gone back to, as far as remembered: what was heard of last first. */
  builds: readonly Build[];
  /** Whether there never were other builds than these. */
  everyBuild: boolean;
  now: Date;
}

/** A build that has said nothing for this long has died; it reports at least every hundred pages. */
const SILENCE_MS = 60_000;
/** A change that nobody has taken up by then: the publisher looks at least every 30 seconds. */
const LATE_MS = 60_000;

/** Says where a change stands between the newsroom and the public site. */
export function siteStatus(situation: Situation): SiteStatus {
  const { changed, published, builds, now } = situation;
  if (changed === null && !published) return { state: 'offline', since: null };
  const revision = changed?.revision ?? 0;
  const changedAt = changed?.at ?? null;
  const leaving = !published;

  const live = liveSince(situation, revision, changedAt);
  if (live !== null) return { state: published ? 'live' : 'offline', since: live };

  const newest = builds[0];
  // A person may go back while a build goes on.
  const build = builds.find(isBuild);
  const active = build !== undefined && isUnderWay(build, now);
  if (active && build.report.state !== 'queued' && build.report.revision >= revision) {
    return { ...progress(build.report, now), leaving };
  }
  if (newest?.report.state === 'failed' && concerns(newest.report, revision, changedAt)) {
    return { state: 'failed', ...failureOf(newest), leaving };
  }
  if (newest?.report.state === 'rolled-back') {
    return { state: 'rolled-back', at: newest.report.finishedAt ?? newest.reportedAt, leaving };
  }
  const waited = changedAt === null ? 0 : now.getTime() - Date.parse(changedAt);
  return { state: 'waiting', since: changedAt, late: !active && waited > LATE_MS, leaving };
}

/** When the first of the live builds that show the revision ended; null while none of them is live. */
function liveSince(
  { builds, everyBuild }: Situation,
  revision: number,
  changedAt: string | null,
): string | null {
  const live = builds.filter(({ report }) => isShown(report));
  const before = live.findIndex(({ report }) => report.revision < revision);
  const first = live[(before === -1 ? live.length : before) - 1];
  if (first === undefined) return null;
  // Of a change whose first build has been forgotten, the change itself is nearer the truth.
  const known = everyBuild || builds.some(({ report }) => report.revision < revision);
  return (known ? null : changedAt) ?? first.report.finishedAt ?? first.reportedAt;
}

const isBuild = ({ report }: Build) => report.state !== 'rolled-back';
/** Whether a build made a release live, or a person did. */
const isShown = ({ state }: ReleaseReport) => state === 'live' || state === 'rolled-back';
const isEnded = (report: ReleaseReport) => isShown(report) || report.state === 'failed';

/** Whether a build is still going on. */
function isUnderWay({ report, reportedAt }: Build, now: Date): boolean {
  return !isEnded(report) && now.getTime() - Date.parse(reportedAt) <= SILENCE_MS;
}

/** A build that broke off before it read the content carries the revision of the build before it. */
function concerns(report: ReleaseReport, revision: number, changedAt: string | null): boolean {
  return (
    report.revision >= revision || changedAt === null || Date.parse(report.startedAt) >= Date.parse(changedAt)
  );
}

function progress({ pagesWritten, pagesTotal, startedAt }: ReleaseReport, now: Date) {
  const elapsedMs = Math.max(0, now.getTime() - Date.parse(startedAt));
  return { state: 'building', pagesWritten, pagesTotal, elapsedMs } as const;
}

function failureOf({ report, reportedAt }: Build) {
  return {
    at: report.finishedAt ?? reportedAt,
    failure: report.failure ?? { code: 'unknown' as const, detail: '' },
  };
}

/** Marks the builds that stopped without telling: only the newest can still be going on. */
export function summarize(builds: readonly Build[], now: Date): BuildSummary[] {
  const newest = builds.find(isBuild);
  return builds.map((build) => ({
    report: build.report,
    abandoned: !isEnded(build.report) && !(build === newest && isUnderWay(build, now)),
  }));
}
