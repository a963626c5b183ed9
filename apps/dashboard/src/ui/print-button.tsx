import { Button } from 'antd';

/** Prints the sheet. */
export function PrintButton() {
  return (
    <Button className="print-button" onClick={() => print()}>
      打印
    </Button>
  );
}
