import { describe, expect, it } from 'vitest';
import { urlProblem } from '../../../src/engine/crawl/url-problem.ts';

/** The reason an address is refused for; null where it may be asked, `unparsable` where it is no address at all. */
function refusal(address: string, allowPrivate = false): string | null {
  const url = URL.parse(address);
  return url === null ? 'unparsable' : (urlProblem(url, allowPrivate)?.reason ?? null);
}

/** Every spelling of an inner address that the URL standard understands, and then names. */
const INSIDE = `
  http://127.0.0.1/ http://127.1/ http://127.0.1/ http://127.255.255.254/ http://127.0.0.1./ http://127.000.000.001/
  http://2130706433/ http://0x7f000001/ http://0x7f.0x0.0x0.0x1/ http://017700000001/ http://0177.0.0.01/ http://0x7f.1/
  http://0/ http://0.0.0.0/ http://0.1.2.3/ http://4294967295/ http://0xffffffff/ http://[::]/
  http://①②⑦.⓪.⓪.①/ http://127。0。0。1/ http://１２７.０.０.１/ http://%31%32%37.0.0.1/ http://127%2e0%2e0%2e1/
  http:127.0.0.1 http:///127.0.0.1/ http://127.0.0.1#@a.example/ http://127.0.0.1\\@a.example/
  http://10.0.0.1/ http://172.16.0.1/ http://172.31.255.254/ http://192.168.1.1/ http://192.168.257/ http://0xc0a80101/
  http://100.64.0.1/ http://100.100.100.200/ http://169.254.169.254/ http://2852039166/ http://0xa9fea9fe/
  http://0251.0376.0251.0376/ http://169.254.43518/ http://169.254.170.2/ http://168.63.129.16/
  http://192.0.0.192/ http://192.0.2.1/ http://198.18.0.1/ http://198.51.100.1/ http://203.0.113.1/ http://192.88.99.1/
  http://224.0.0.1/ http://239.255.255.250/ http://240.0.0.1/ http://255.255.255.255/
  http://[::1]/ http://[0:0:0:0:0:0:0:1]/ http://[::ffff:127.0.0.1]/ http://[::ffff:7f00:1]/ http://[::127.0.0.1]/
  http://[::ffff:0:127.0.0.1]/ http://[::ffff:a9fe:a9fe]/ http://[64:ff9b::7f00:1]/ http://[64:ff9b::169.254.169.254]/
  http://[64:ff9b:1::10.0.0.1]/ http://[2002:7f00:1::]/ http://[2002:a9fe:a9fe::1]/ http://[2001::1]/
  http://[2001:0:4136:e378:8000:63bf:80ff:fffe]/ http://[2001:db8::1]/ http://[100::1]/ http://[4000::1]/
  http://[fe80::1]/ http://[febf::1]/ http://[fec0::1]/ http://[fc00::1]/ http://[fd00:ec2::254]/ http://[ff02::1]/
  http://[2606:4700::5efe:10.0.0.1]/ http://[2606:4700::200:5efe:127.0.0.1]/ http://[fe80::5efe:10.0.0.1]/
  http://localhost/ http://LOCALHOST/ http://localhost./ http://localhost../ http://ⓛocalhost/ http://a.localhost/
  http://a.localhost./ http://localhost.localdomain/ http://ip6-localhost/ http://metadata/ http://router/
  http://metadata.google.internal/ http://host.docker.internal/ http://printer.local/ http://nas.lan/ http://tv.home.arpa/
`
  .trim()
  .split(/\s+/);

const UNSUPPORTED = `
  http://user@a.example/ http://user:secret@a.example/ http://:secret@a.example/ http://a.example@127.0.0.1/
  ftp://a.example/ file:///etc/passwd gopher://127.0.0.1:6379/_x data:text/html,x javascript:alert(1) ws://a.example/
  blob:http://a.example/x view-source:http://127.0.0.1/ jar:http://127.0.0.1!/ about:blank mailto:a@a.example
  http://a.example:0/ http://a.example:22/ http://a.example:25/ http://a.example:110/ http://a.example:3306/ http://a.example:5432/ http://a.example:6379/ http://a.example:11211/ http://a.example:2049/
  http://a.example:5060/ http://a.example:6000/ http://a.example:6697/ http://a.example:10080/ https://a.example:636/
`
  .trim()
  .split(/\s+/);

describe('urlProblem', () => {
  it.each(INSIDE)('refuses %s as private', (address) => {
    expect(refusal(address)).toBe('private-address');
  });

  it.each(UNSUPPORTED)('refuses %s whatever is allowed', (address) => {
    expect([refusal(address), refusal(address, true)]).toEqual(['unsupported-url', 'unsupported-url']);
  });

  it.each(['http://[fe80::1%25eth0]/', 'http://[::1%lo]/', '//127.0.0.1/', 'http://256.0.0.1/', 'http://1.2.3.4.5/'])(
    'has no address to ask in %s',
    (address) => {
      expect(refusal(address)).toBe('unparsable');
    },
  );

  it.each([
    'http://1.1.1.1/',
    'https://[2606:4700::1111]/',
    'http://a.example:8080/',
    'https://a.example./',
    'http://172.32.0.1/',
  ])('lets %s pass', (address) => {
    expect(refusal(address)).toBeNull();
  });

  it('refuses an address that is too long for any server', () => {
    expect(refusal(`http://a.example/${'a'.repeat(9_000)}`)).toBe('unsupported-url');
  });

  it('lets every inner address pass where private ones are allowed', () => {
    expect(INSIDE.map((address) => refusal(address, true)).filter((reason) => reason !== null)).toEqual([]);
  });
});
