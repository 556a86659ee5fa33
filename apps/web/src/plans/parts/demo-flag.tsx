import { useFrameText } from '../../frame/words.js';

/** 演示数据, beside the name of a plan that lists contests invented for the demonstration. */
export function DemoFlag({ demo }: { demo: boolean }) {
  const frame = useFrameText();
  return demo ? <span className="demo-flag plan-demo-flag">{frame('demo')}</span> : null;
}
