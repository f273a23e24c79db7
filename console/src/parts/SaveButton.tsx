import { Button } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { askBlob } from '~/api/client';
import { text } from '~/text/en';
import { ProblemNote } from './ProblemNote';

/** Saves what the server gives at a path as a file. */
export function SaveButton({
  path,
  accept,
  name,
  children,
}: {
  path: string;
  accept: string;
  name: string;
  children?: string;
}) {
  const saving = useMutation({
    mutationFn: async () => save(await askBlob(path, accept), name),
  });
  return (
    <>
      <Button
        variant="default"
        size="xs"
        leftSection={<IconDownload size={15} aria-hidden />}
        loading={saving.isPending}
        onClick={() => saving.mutate()}
      >
        {children ?? text.common.csv}
      </Button>
      {saving.error && <ProblemNote error={saving.error} />}
    </>
  );
}

function save(blob: Blob, name: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
