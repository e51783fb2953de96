"""The signature C2 in the header `Authorization`: how it is made and verified, and how ports of it go wrong."""
