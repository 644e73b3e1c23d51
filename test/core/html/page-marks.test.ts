import { describe, expect, it } from 'vitest';
import { readPageMarks } from '../../../src/core/html/page-marks.ts';

describe('readPageMarks', () => {
  it.each([
    ['<body class="error404 wp-theme">', { missing: 'error404' }],
    ['<body class="page search-no-results">', { missing: 'search-no-results' }],
    ['<body class="home my-error404">', { missing: null }],
    ['<div class="error404"><body class="home">', { missing: null }],
    ['<body class="search search-results">', { search: 'search-results' }],
    ['<body class="searchable has-search">', { search: null }],
    ['<div id="fatal_error">', { failure: '<div id="fatal_error' }],
    ['<font class="errortext">', { failure: '<font class="errortext' }],
    ['<section class="no-results is-wide">', { failure: '<section class="no-results' }],
    ['<div class="no-results" hidden>', { failure: null }],
    ['<p class="an-error-404-story">', { failure: null }],
    ['<input type="search" name="s" value="old oars">', { searched: 'old oars' }],
    ['<input value="old oars" name=q>', { searched: 'old oars' }],
    ['<input name="email" value="old oars">', { searched: '' }],
  ])('%s', (html, marks) => {
    expect(readPageMarks(html)).toMatchObject(marks);
  });
});
