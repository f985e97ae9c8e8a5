import { expect, test } from 'vitest';
import { formatFeed, formatRobots, formatSitemap } from '../../scripts/output/site-index.ts';

const HERE = { base: '/reports/', site: 'https://example.org' };

test('a sitemap names each page by its address and nothing else', () => {
  expect(formatSitemap(['index.html', 'acme/fy2012/index.html', '404.html', 'a&b/index.html'], HERE)).toBe(
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n' +
      '<url><loc>https://example.org/reports/</loc></url>\n' +
      '<url><loc>https://example.org/reports/a%26b/</loc></url>\n' +
      '<url><loc>https://example.org/reports/acme/fy2012/</loc></url>\n</urlset>\n',
  );
});

test('robots.txt leads to the sitemap', () => {
  expect(formatRobots(HERE)).toContain('Sitemap: https://example.org/reports/sitemap.xml');
  expect(formatRobots({ base: '/', site: '' })).toContain('Sitemap: /sitemap.xml');
});

test('a feed without releases is one all the same', () => {
  expect(formatFeed([], HERE)).toMatch(/^<\?xml[\s\S]*<updated>1970-01-01T00:00:00Z<\/updated>\n<\/feed>\n$/);
});

test('the feed of an issuer has its own id and address', () => {
  const feed = formatFeed([], HERE, { title: 'Acme: Results', withoutPages: [] }, 'acme/');
  expect(feed).toContain('<title>Acme: Results</title>\n<id>https://example.org/reports/acme/</id>');
  expect(feed).toContain('<link rel="self" href="https://example.org/reports/acme/feed.xml"/>');
  expect(feed).toContain('<link href="https://example.org/reports/acme/"/>');
});
