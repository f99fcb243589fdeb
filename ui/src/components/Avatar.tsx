import classes from "./Avatar.module.css";

interface AvatarProps {
  initials: string;
  /** A colour the dispatcher chose; dark enough for white letters. */
  colour: string;
  size?: number;
}

/**
 * Initials in a coloured disc. The name stands beside it, so they are drawn by the style sheet and
 * are no words of the control they stand in.
 */
export function Avatar({ initials, colour, size = 26 }: AvatarProps) {
  return (
    <span
      className={classes.avatar}
      aria-hidden="true"
      data-initials={initials}
      style={{ background: colour, width: size, height: size, fontSize: Math.round(size * 0.37) }}
    />
  );
}
