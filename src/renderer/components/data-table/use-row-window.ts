import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { maxOffset, offsetShowing, type RowGeometry, rowWindow, scrollScale } from './row-window.ts';

const OVERSCAN = 8;

export interface ShownRows {
  readonly first: number;
  readonly end: number;
  /** What is added to `index * rowHeight` to place a row in the scrolled content; 0 unless the list is scaled. */
  readonly shift: number;
  /** Whole rows in the viewport. */
  readonly pageSize: number;
}

/** Follows the scrolling of `scrollerRef`, whose first `headHeight` pixels are covered by a sticky head. */
export function useRowWindow(
  scrollerRef: RefObject<HTMLElement | null>,
  rowCount: number,
  rowHeight: number,
  headHeight: number,
) {
  const [viewportHeight, setViewportHeight] = useState(0);
  const [position, setPosition] = useState({ offset: 0, scrollTop: 0 });
  const expectedTop = useRef(0);
  const geometry: RowGeometry = { rowCount, rowHeight, viewportHeight };
  const scale = scrollScale(geometry);

  useLayoutEffect(() => {
    const element = scrollerRef.current;
    if (element === null) return undefined;
    const measure = () => setViewportHeight(Math.max(0, element.clientHeight - headHeight));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [scrollerRef, headHeight]);

  useEffect(() => {
    const element = scrollerRef.current;
    if (element === null) return undefined;
    const follow = () => {
      const scrollTop = element.scrollTop;
      setPosition((before) => {
        if (Math.abs(scrollTop - expectedTop.current) < 1 && scale > 1) return before;
        return before.scrollTop === scrollTop ? before : { offset: scrollTop * scale, scrollTop };
      });
    };
    element.addEventListener('scroll', follow, { passive: true });
    return () => element.removeEventListener('scroll', follow);
  }, [scrollerRef, scale]);

  function scrollTo(offset: number) {
    const element = scrollerRef.current;
    if (element === null) return;
    element.scrollTop = offset / scale;
    expectedTop.current = element.scrollTop;
    setPosition({ offset, scrollTop: element.scrollTop });
  }

  const turn = useEffectEvent((event: WheelEvent) => {
    if (event.deltaY === 0 || event.ctrlKey) return;
    event.preventDefault();
    scrollTo(Math.min(maxOffset(geometry), Math.max(0, position.offset + event.deltaY)));
  });

  // A scaled track would jump over rows with every turn of the wheel, so the wheel moves the rows themselves.
  useEffect(() => {
    const element = scrollerRef.current;
    if (element === null || scale === 1) return undefined;
    const listen = (event: WheelEvent) => turn(event);
    element.addEventListener('wheel', listen, { passive: false });
    return () => element.removeEventListener('wheel', listen);
  }, [scrollerRef, scale]);

  const offset = Math.min(position.offset, maxOffset(geometry));
  const shown: ShownRows = {
    ...rowWindow(geometry, offset, OVERSCAN),
    shift: scale === 1 ? 0 : position.scrollTop - offset,
    pageSize: Math.max(1, Math.floor(viewportHeight / rowHeight)),
  };
  return {
    shown,
    geometry,
    scrollToTop: () => scrollTo(0),
    showRow: (index: number) => {
      const next = offsetShowing(geometry, offset, index);
      if (next !== offset) scrollTo(next);
    },
  } as const;
}
