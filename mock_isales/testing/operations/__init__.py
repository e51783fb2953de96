"""The operations of the control interface: each function says what is sent, and what is made of the answer."""
