import { GetOverdueHandler } from './queries/overdue-list/get-overdue.js';

export * from './queries/overdue-list/get-overdue.js';
export * from './queries/overdue-list/overdue-list.query.js';

export const overdueQueryHandlers = [GetOverdueHandler];
