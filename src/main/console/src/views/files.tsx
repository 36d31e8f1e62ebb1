import { useSignal } from '@preact/signals';
import type { JSX } from 'preact';
import { fileAddress } from '../api';
import type { ShownFile } from '../contract';
import { size, text } from '../strings';
import { Icon } from './icons';
import { Dialog } from './parts';

/** What the shopper showed: a picture to look at, all else to download, each with what was done that it does no harm. */
export const Files = ({ files, conversation }: { files: ShownFile[]; conversation: string }): JSX.Element => (
  <ul class="files">{files.map((file) => <li key={file.id}><Shown file={file} address={fileAddress(conversation, file.id)} /></li>)}</ul>
);

function Shown({ file, address }: { file: ShownFile; address: string }): JSX.Element {
  const large = useSignal(false);
  const { name, type, size: bytes, width, height, alt, check } = file;
  const picture = (words: string, loading: 'lazy' | 'eager'): JSX.Element => <img src={address} width={width} height={height} alt={words} loading={loading} />;
  return (
    <>
      {width && <button type="button" class="look" aria-label={text('file.look', { name: alt || name })} onClick={() => (large.value = true)}>{picture(alt || name, 'lazy')}</button>}
      <p class={check}>
        <span class="name"><bdi>{name}</bdi></span>
        <span>{type.split('/')[1]!.toUpperCase()}, {size(bytes)}</span>
        <span class="check"><Icon name={check === 'unscanned' ? 'warning' : 'verified'} />{text(`file.${check}`)}</span>
        <a href={address} download={name} aria-label={text('file.download.of', { name })}><Icon name="download" />{text('file.download')}</a>
      </p>
      {large.value && <Dialog title={name} kind="picture" onClose={() => (large.value = false)}>{picture(alt, 'eager')}</Dialog>}
    </>
  );
}
