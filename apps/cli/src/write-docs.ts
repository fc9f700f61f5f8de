import { writeFileSync } from 'node:fs';
import { commandsAndEventsPage } from '#intake';

writeFileSync('docs/commands-and-events.md', commandsAndEventsPage());
