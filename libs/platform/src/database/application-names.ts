/** What the processes are called in the database's list of connections (`pg_stat_activity`). */
export const apiName = 'luban api';
export const workerName = 'luban worker';
