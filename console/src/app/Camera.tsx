import { Loader } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url';
import { text } from '~/text/en';
import styles from './Camera.module.css';

// The reader would fetch its wasm from another host; ours lies beside the page.
prepareZXingModule({ overrides: { locateFile: () => wasmUrl } });

const PAUSE_MILLIS = 120;

type State = 'starting' | 'looking' | 'refused' | 'missing' | 'insecure';

/** Looks through the camera until a code is read, and hands it over once. */
export default function Camera({ onCode }: { onCode: (code: string) => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState<State>('starting');
  const hand = useRef(onCode);
  hand.current = onCode;

  useEffect(() => {
    let open = true;
    let stream: MediaStream | undefined;
    const canvas = document.createElement('canvas');

    const look = async () => {
      const image = frame(video.current, canvas);
      if (image) {
        const [found] = await readBarcodes(image, {
          formats: ['DataMatrix', 'QRCode', 'Code128', 'EANUPC', 'ITF14'],
          maxNumberOfSymbols: 1,
          tryHarder: true,
        });
        if (!open) return;
        if (found?.text) {
          hand.current(found.text);
          return;
        }
      }
      if (open) setTimeout(look, PAUSE_MILLIS);
    };
    const start = async () => {
      if (!navigator.mediaDevices) return setState('insecure');
      try {
        stream = await navigator.mediaDevices.getUserMedia({
          video: { facingMode: 'environment', width: { ideal: 1280 } },
        });
      } catch (cause) {
        const refused = cause instanceof DOMException && cause.name === 'NotAllowedError';
        return setState(refused ? 'refused' : 'missing');
      }
      if (!open || !video.current) return stop(stream);
      video.current.srcObject = stream;
      await video.current.play();
      setState('looking');
      void look();
    };
    void start();
    return () => {
      open = false;
      stop(stream);
    };
  }, []);

  const failed = state === 'refused' || state === 'missing' || state === 'insecure';
  return (
    <div className={styles.camera}>
      {failed ? (
        <p className={styles.refused} role="alert">
          {text.camera[state]}
        </p>
      ) : (
        <>
          <div className={styles.view}>
            <video ref={video} muted playsInline />
            <span className={styles.frame} aria-hidden />
            {state === 'starting' && <Loader className={styles.wait} color="gold" aria-label={text.camera.starting} />}
          </div>
          <p className={styles.hint}>{text.camera.hint}</p>
        </>
      )}
    </div>
  );
}

function stop(stream: MediaStream | undefined) {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

function frame(video: HTMLVideoElement | null, canvas: HTMLCanvasElement): ImageData | undefined {
  if (!video?.videoWidth) return undefined;
  canvas.width = video.videoWidth;
  canvas.height = video.videoHeight;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  context?.drawImage(video, 0, 0);
  return context?.getImageData(0, 0, canvas.width, canvas.height);
}
