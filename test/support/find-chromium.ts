import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Where a Chromium is usually found, by platform. */
const PLACES: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome-stable', '/usr/bin/google-chrome'],
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
};

const ADVICE: Readonly<Partial<Record<NodeJS.Platform, string>>> = {
  linux: 'sudo apt-get install chromium   (or your distribution’s package)',
  darwin: 'brew install --cask chromium   (or install Google Chrome)',
  win32: 'winget install Google.Chrome',
};

/**
 * Path of a Chromium to test with: `ANCHORAGE_CHROMIUM`, a usual place, or, on Debian as root, freshly installed by apt.
 * Prints what to type and returns null where there is none.
 */
export function findChromium(): string | null {
  const found = installedChromium() ?? installWithApt();
  if (found === null) {
    console.error('The browser tests need Chromium or Chrome, and none was found. Install one and run npm test again:');
    console.error(`  ${ADVICE[process.platform] ?? 'install Chromium'}`);
    console.error('or point ANCHORAGE_CHROMIUM at the executable of one you have.');
  }
  return found;
}

function installedChromium(): string | null {
  const named = process.env['ANCHORAGE_CHROMIUM'];
  const places = [...(named === undefined ? [] : [named]), ...(PLACES[process.platform] ?? [])];
  return places.find((place) => existsSync(place)) ?? null;
}

function installWithApt(): string | null {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return null;
  console.log('No Chromium found: installing Debian’s package.');
  const apt = (...args: string[]) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  apt('update', '-q');
  apt('install', '-y', '-q', '--no-install-recommends', 'chromium');
  return installedChromium();
}
