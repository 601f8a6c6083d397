/** What a release is checked against. */
export interface Release {
  /** The Git tag, such as `v3.0.0`. */
  tag: string;
  /** The version in package.json. */
  version: string;
  /** The text of CHANGELOG.md. */
  changelog: string;
}

const DATE = /^\d{4}-\d\d-\d\d$/;

/** What is not as it must be before a tag is published, a sentence each; none where all is well. */
export function releaseFaults({ tag, version, changelog }: Release): string[] {
  const faults: string[] = [];
  if (tag !== `v${version}`) {
    faults.push(
      `The tag is ${tag} and package.json says ${version}: tag v${version}.`,
    );
  }
  const heading = changelog
    .split('\n')
    .find((line) => line.startsWith(`## [${version}]`));
  const date = heading?.split(' - ')[1];
  if (heading === undefined) {
    faults.push(`CHANGELOG.md has no section "## [${version}] - <date>".`);
  } else if (date === undefined || !DATE.test(date)) {
    faults.push(
      `CHANGELOG.md gives ${version} no date: make it "## [${version}] - YYYY-MM-DD".`,
    );
  }
  if (!changelog.includes(`\n[${version}]: `)) {
    faults.push(`CHANGELOG.md has no link for [${version}] at its end.`);
  }
  return faults;
}
