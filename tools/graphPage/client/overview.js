'use strict';
/* global window */

/** What the panel says while nothing is chosen: how much there is, and what is worst. */
window.createOverview = function (data, onFinding) {
  const { element, button } = window.dom;
  const MOST = 8;

  return function overview() {
    const { entities, relationships, outside } = data.counts;
    const toAct = window.words.worstFirst(
      data.findings.filter(({ isBad, hits }) => isBad && hits.length > 0),
    );
    const open = data.findings.filter(
      ({ state }) => state === 'notAnswered' || state === 'partial',
    );
    return [
      element('h2', '', 'Overview'),
      element(
        'div',
        'totals',
        total(entities, 'entities'),
        total(relationships, 'relationships'),
        total(outside, 'of other integrations'),
        total(toAct.length, 'findings to act on', 'bad'),
      ),
      data.partialTypes.length === 0
        ? undefined
        : element(
            'p',
            'reason',
            `Not everything was collected of: ${data.partialTypes.join(', ')}.`,
          ),
      element('h3', '', 'Worst findings'),
      toAct.length === 0
        ? element(
            'p',
            'hint',
            data.findings.length === 0
              ? 'No question was asked of this graph.'
              : 'No question finds anything to act on.',
          )
        : element(
            'ol',
            'worst',
            ...toAct
              .slice(0, MOST)
              .map((finding) => element('li', '', findingButton(finding))),
          ),
      toAct.length > MOST
        ? element(
            'p',
            'hint',
            `${toAct.length - MOST} more are among the questions.`,
          )
        : undefined,
      open.length === 0
        ? undefined
        : element(
            'p',
            'hint',
            `${open.length} of ${data.findings.length} queries could not be wholly answered: see the questions.`,
          ),
      element(
        'p',
        'hint tip',
        'Point at an entity to see what it is joined to; click it for its properties and for who can reach it.',
      ),
    ];
  };

  function total(count, words, tone = '') {
    return element(
      'div',
      count > 0 ? tone : '',
      element('strong', '', count.toLocaleString('en')),
      element('span', '', words),
    );
  }

  function findingButton(finding) {
    const { level, hits, title, name } = finding;
    return button(
      'query',
      () => onFinding(finding),
      element(
        'span',
        'words',
        level === undefined
          ? undefined
          : element('span', `badge level ${level}`, window.words.level(level)),
        title,
        name === undefined ? undefined : element('span', 'hint', name),
      ),
      element('span', 'badge bad', String(hits.length)),
    );
  }
};
