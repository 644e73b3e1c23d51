import type { ReactNode } from 'react';
import type { FiredSignal, Scale } from '../../core/model/signal.ts';
import { explainScore } from '../../core/quality/combine-signals.ts';
import { signalOf } from '../../core/quality/signals.ts';
import { classNames } from '../components/class-names.ts';
import { formatNumber } from '../format.ts';
import styles from './evidence.module.css';
import { EvidenceText } from './evidence-text.tsx';
import { withoutTurning } from './quoted-text.ts';

/** Building blocks of the evidence drawer. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h3 className={styles.heading}>{title}</h3>
      {children}
    </section>
  );
}

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
}

/** Names and values; facts without a value are left out. */
export function Facts({ facts }: { readonly facts: readonly (Fact | null)[] }) {
  const known = facts.filter((fact) => fact !== null);
  if (known.length === 0) return null;
  return (
    <dl className={styles.facts}>
      {known.map((fact) => (
        <div key={fact.name} className={styles.fact}>
          <dt>{fact.name}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

const SCALE_WORDS = { quality: 'Quality', risk: 'Risk' } as const satisfies Record<Scale, string>;

export interface ScoreOpenedProps {
  readonly scale: Scale;
  readonly score: number | null;
  readonly signals: readonly FiredSignal[];
}

/** A score with each signal that made it: the points it adds, which sum up to the score, and what was observed. */
export function ScoreOpened({ scale, score, signals }: ScoreOpenedProps) {
  const points = new Map(explainScore(signals, scale).map((share) => [share.id, share.points]));
  const pointsOf = ({ id }: FiredSignal) => points.get(id) ?? 0;
  const own = signals
    .filter((signal) => signal.scale === scale)
    .sort((a, b) => Math.abs(pointsOf(b)) - Math.abs(pointsOf(a)));
  const tone = scale === 'risk' && score !== null && score >= 40 ? (score >= 75 ? styles.high : styles.mid) : undefined;
  return (
    <section className={styles.section} aria-label={SCALE_WORDS[scale]}>
      <h3 className={styles.scoreHead}>
        <span>{SCALE_WORDS[scale]}</span>
        <span className={styles.scoreTrack} aria-hidden="true">
          <span className={classNames(styles.scoreBar, tone)} style={{ width: `${score ?? 0}%` }} />
        </span>
        <span className={styles.scoreNumber}>{score === null ? 'not scored' : formatNumber(score)}</span>
      </h3>
      {own.length === 0 ? (
        <p className={styles.faint}>{score === null ? 'Score the project to see signals.' : `No ${scale} signals.`}</p>
      ) : (
        <ul className={styles.signals}>
          {own.map((signal) => (
            <li key={`${signal.id} ${signal.evidence}`} className={styles.signal}>
              <span className={styles.points} title={`Weight ${signedPoints(signal.weight)}`}>
                {signedPoints(Math.round(pointsOf(signal)))}
              </span>
              <span className={styles.evidence}>
                <span>{signalOf(signal.id)?.title ?? signal.id}</span>
                <EvidenceText className={styles.faint} text={signal.evidence} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

/** `+18` or `−5`, with a true minus. */
function signedPoints(points: number): string {
  const size = formatNumber(Math.abs(points));
  return points < 0 ? `−${size}` : `+${size}`;
}

export interface SnippetProps {
  readonly left: string | null;
  readonly anchor: string | null;
  readonly right: string | null;
}

/** The link in its sentence, as plain text. */
export function Snippet({ left, anchor, right }: SnippetProps) {
  return (
    <blockquote className={styles.snippet} dir="auto">
      {left !== null && left !== '' && <span>{withoutTurning(left)} </span>}
      <mark className={styles.mark}>{anchor === null || anchor === '' ? '(no text)' : withoutTurning(anchor)}</mark>
      {right !== null && right !== '' && <span> {withoutTurning(right)}</span>}
    </blockquote>
  );
}
