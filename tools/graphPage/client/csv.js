'use strict';
/* global document, window, Blob, URL */

/** Comma-separated values that a spreadsheet can open without running anything. */
(function () {
  /** What makes a spreadsheet take a text for a formula, after spaces too, and in full width. */
  const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;
  const NEEDS_QUOTES = /[",\r\n]|^\s|\s$/;
  /** By it a spreadsheet knows that the text is UTF-8. */
  const BYTE_ORDER_MARK = '\uFEFF';

  function cell(value) {
    if (value === null || value === undefined) {
      return '';
    }
    const text =
      typeof value === 'string' && FORMULA.test(value)
        ? `'${value}`
        : String(value);
    return NEEDS_QUOTES.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
  }

  function text({ columns, rows }) {
    return (
      BYTE_ORDER_MARK +
      [columns, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')
    );
  }

  /** A name that every file system takes. */
  function fileName(title) {
    const plain = title
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 80);
    return `${plain || 'heroku'}.csv`;
  }

  function download(title, table) {
    const address = URL.createObjectURL(
      new Blob([text(table)], { type: 'text/csv;charset=utf-8' }),
    );
    const link = document.createElement('a');
    link.href = address;
    link.download = fileName(title);
    link.click();
    window.setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }

  window.csv = { text, fileName, download };
})();
