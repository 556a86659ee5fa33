import { Button, type ButtonProps } from 'antd';
import { useHref, useLinkClickHandler } from 'react-router';

/** A link that looks like a button: opens in a new tab like any link, one stop for the keyboard. */
export function GoButton({ to, ...rest }: { to: string } & Omit<ButtonProps, 'href' | 'onClick'>) {
  const href = useHref(to);
  const go = useLinkClickHandler<HTMLElement>(to);
  return (
    <Button
      {...rest}
      href={href}
      onClick={(click) => go(click as React.MouseEvent<HTMLElement, MouseEvent>)}
    />
  );
}
