"""Labels and buttons that never take what people typed for markup or for a shortcut."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QLabel, QPushButton, QWidget


def set_look(widget: QWidget, look: str, hue: str = "") -> None:
    """Give a widget one of the appearances that `ui.theme.look` names, and a stage's colour."""
    if widget.property("look") == look and (widget.property("hue") or "") == hue:
        return
    widget.setProperty("look", look)
    widget.setProperty("hue", hue)
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return  # it has no look yet: the first one comes before it is shown
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


def label(look: str = "", text: str = "", *, hue: str = "", wrap: bool = True) -> QLabel:
    """Return a label that shows its text as it is written."""
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setWordWrap(wrap)
    set_look(made, look, hue)
    return made


def button(text: str, look: str = "") -> QPushButton:
    """Return a button whose text is ours: an `&` marks its key."""
    made = _Tab(text) if look == "tab" else QPushButton(text)
    set_look(made, look)
    return made


class _Tab(QPushButton):
    """A button that is strong while it is chosen, and as wide before: nothing moves or is cut."""

    def sizeHint(self) -> QSize:
        """As wide as it is when it is chosen."""
        plain, strong = QFont(self.font()), QFont(self.font())
        plain.setWeight(QFont.Weight.Normal)
        strong.setWeight(QFont.Weight.DemiBold)
        words = self.text().replace("&", "")
        wide, narrow = (QFontMetrics(one).horizontalAdvance(words) for one in (strong, plain))
        return super().sizeHint() + QSize(max(0, wide - narrow), 0)


def as_button_text(typed: str) -> str:
    """Return typed text for a button, a menu or a tab, where `&` would mark a key."""
    return typed.replace("&", "&&")
