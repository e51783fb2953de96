"""A contract test double of Huawei's CC-iSales."""

__version__ = "0.1.0"
