import { rulesOf } from '../command.contract.js';
import { reportStream } from './index.js';
import { asked, issued, rendered, units } from './quarterly-report.story.js';

rulesOf(
  reportStream,
  {
    'To issue a report again on another day': {
      refused: 'report-already-issued',
      before: issued,
      command: asked('2014-06-02', { ...units, ...rendered }),
    },
    'To issue a report again with other bytes': {
      refused: 'report-already-issued',
      before: issued,
      command: asked('2014-05-02', { ...units, ...rendered, hash: '0'.repeat(64) }),
    },
    'To issue a report that nobody rendered': {
      refused: 'report-not-rendered',
      before: [],
      command: asked('2014-05-02', units),
    },
  },
  ['report'],
);
