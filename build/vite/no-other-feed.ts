/**
 * Stands in the bundle for electron-updater's feeds but for the generic one, which the policy names, and for sax, which
 * reads the XML of one of them.
 *
 * @throws always
 */
function noOtherFeed(): never {
  throw new Error('Another feed than a generic one is not in this build.');
}

class NoFeed {
  constructor() {
    noOtherFeed();
  }
}

export {
  NoFeed as BitbucketProvider,
  NoFeed as GitHubProvider,
  NoFeed as GitLabProvider,
  NoFeed as KeygenProvider,
  NoFeed as PrivateGitHubProvider,
  noOtherFeed as parser,
};
