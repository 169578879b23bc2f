import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { fetchSystems } from '../api/assets';
import { fetchBackupJobs, fetchBackups } from '../api/backups';
import type { BackupJob } from '../api/backuptypes';
import { keys } from './keys';

const WHILE_JOBS_RUN = 2_000;
const ELSE = 30_000;

/** All sources as they were seen last; looked at often while a job is under way. */
export function useBackups() {
  return useQuery({
    queryKey: keys.backupSources,
    queryFn: ({ signal }) => fetchBackups(signal),
    refetchInterval: ({ state }) => (state.data?.sources.some(({ job }) => job !== null) === true ? WHILE_JOBS_RUN : ELSE),
  });
}

const NO_JOBS: ReadonlyMap<string, BackupJob> = new Map();

/** Jobs by id; asked for only while one is under way. */
export function useBackupJobs(active: boolean): ReadonlyMap<string, BackupJob> {
  const { data } = useQuery({ queryKey: keys.backupJobs, queryFn: ({ signal }) => fetchBackupJobs(signal), enabled: active, refetchInterval: WHILE_JOBS_RUN });
  return useMemo(() => (data === undefined ? NO_JOBS : new Map(data.map((job) => [job.id, job]))), [data]);
}

/** The name that the inventory has for a system; its id where it has none. */
export function useSystemName(): (id: string) => string {
  const { data } = useQuery({ queryKey: keys.systems, queryFn: ({ signal }) => fetchSystems(signal), staleTime: 60_000 });
  return useMemo(() => {
    const names = new Map((data ?? []).map(({ id, name }) => [id, name]));
    return (id) => names.get(id) ?? id;
  }, [data]);
}
